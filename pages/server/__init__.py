"""The server around the screens: who may ask for what, what every answer carries, and the addresses beside them."""
