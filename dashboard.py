"""The server: `streamlit run dashboard.py` or `uvicorn dashboard:app`. What people see starts in pages/router.py."""

import atexit
import gc

import streamlit as st
from starlette.middleware import Middleware

from pages import preload
from pages.view.swedish_html import SwedishHtml, ui_script_route

preload.everything()
app = st.App("pages/router.py", routes=[ui_script_route()], middleware=[Middleware(SwedishHtml)])

# Streamlit collects garbage after every script run; what lives as long as the server need not be looked at again.
gc.collect()
gc.freeze()
atexit.register(gc.unfreeze)
