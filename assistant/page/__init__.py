"""The page in the browser: the chat beside the report."""
