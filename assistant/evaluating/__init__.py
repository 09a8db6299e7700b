"""Measuring answers with gold questions: `pincite evaluate`."""
