"""The same answers outside the dashboard: still pictures and a static site."""
