# Evidence cards.

evidence-why = Why
