"""What stays after the page is closed: conversations, exports and judgements of answers."""
