"""Tables that did not come from this program: what their headings, rows and cells mean, and the records they would make.

`guessing` says how a sheet is probably to be read, as a `Mapping` that a person changes; `drafts` reads the rows by it;
`taking` compares them with the plan and gives the puts.
"""
