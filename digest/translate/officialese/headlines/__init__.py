"""Headlines of local news: who holds which meeting on what, who spoke, who toured what."""
