"""The trade: plans, actions, answers, demography, history. Standard library only, no input or output."""

import decimal

# Sums of a national budget in a small currency run to many digits, and adding must never round them. The default context
# rounds at 28 digits; worker threads take theirs from DefaultContext.
decimal.DefaultContext.prec = 120
decimal.setcontext(decimal.DefaultContext.copy())
