"""What a question looks for in one report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from index.lexical import question_terms, terms


@dataclass(frozen=True, slots=True)
class Form:
    """A way in which a term may stand in the report: where all of `terms` do.

    `chance` (0 to 1) is how likely it is a translation of the term; 1 is the term itself.
    """

    terms: tuple[str, ...]
    chance: float = 1.0


Forms = Mapping[str, tuple[Form, ...]]


@dataclass(frozen=True, slots=True)
class Sought:
    """A question's terms, as what each may stand in the report, and what each is worth there.

    `weights` are inverse document frequencies: the rarer a term in this report, the more it is
    worth, and one that is not there at all the most. `language` is the report's; `across` tells
    whether the question is in another.
    """

    forms: Forms
    weights: Mapping[str, float]
    language: str
    across: bool = False

    def covered(self, text: str) -> dict[str, float]:
        """Tell which terms a text of the report holds, and how surely (0 to 1)."""
        held = frozenset(terms(text, self.language))
        found = {
            term: max((form.chance for form in forms if held.issuperset(form.terms)), default=0.0)
            for term, forms in self.forms.items()
        }
        return {term: chance for term, chance in found.items() if chance}

    def worth(self, covered: Mapping[str, float]) -> float:
        """The share (0 to 1) of the question's whole weight that these terms make up."""
        total = sum(self.weights.values())
        return (
            sum(self.weights[t] * chance for t, chance in covered.items()) / total if total else 0.0
        )


def forms_within(question: str, language: str) -> Forms:
    """A question's terms where the report is in the same language: each stands as itself."""
    return {term: (Form((term,)),) for term in question_terms(question, language)}
