"""Noun phrases: one noun before another, rows, lists, 的."""
