"""What has a name or a date: people, places, organs, deadlines."""
