"""What the templates of the lab show."""
