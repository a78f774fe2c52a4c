"""Verb phrases: the verb, what it takes, what stands before it, what shall be."""
