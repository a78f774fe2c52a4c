"""Reading: from damaged characters to a Brief. Pure: no I/O, no clock, same input, same output.

``repair`` undoes machine damage, ``clean`` keeps the body, ``metadata`` reads title, dates and source, ``segment`` cuts
sentences, ``rank`` chooses the key ones, ``directives`` finds the demands, and ``brief`` calls them in that order.
"""
