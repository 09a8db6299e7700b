"""References to paragraphs and sections, in the six languages of the United Nations."""

from assistant.referring.finding import find_reference
from assistant.referring.model import Missing, Place, Reference, Standing
from assistant.referring.standing import standing

__all__ = ["Missing", "Place", "Reference", "Standing", "find_reference", "standing"]
