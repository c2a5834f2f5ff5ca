"""Öppna data: what can be fetched, by whom it is wanted, and how to say where it came from."""

from pages.view.choice import chosen
from pages.view.markup import show
from pages.view.open_data_files import published
from pages.view.open_data_page import open_data_page

show(open_data_page(published(), chosen()))
