"""The server: `streamlit run dashboard.py` or `uvicorn dashboard:app`. What people see starts in pages/router.py."""

import atexit
import gc

import streamlit as st
from starlette.middleware import Middleware

from pages import preload
from pages.server.door import Door
from pages.server.routes import all_routes
from pages.server.settings import ServerSettings
from pages.server.visitor_log import leave_out_visitors
from pages.view.frame import tell

preload.everything()
leave_out_visitors()
settings = ServerSettings.read()
routes = all_routes(settings)
app = st.App(
    "pages/router.py",
    routes=routes,
    middleware=[Middleware(Door, routes=routes, settings=settings)],
    # What goes wrong before a screen is reached; a screen's own faults end up in the same place.
    on_script_error=tell,
)

# Streamlit collects garbage after every script run; what lives as long as the server need not be looked at again.
gc.collect()
gc.freeze()
atexit.register(gc.unfreeze)
