"""Open data at stable addresses: only the files that the publication listed, for anybody's program to fetch."""

from email.utils import format_datetime, parsedate_to_datetime

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from pages.server.plain_page import plain_page
from pages.server.settings import ServerSettings
from pages.view.open_data_files import FOLDER, OpenFile, Published, published

# Saved by the browser instead of shown.
_DOWNLOADED = (".csv", ".parquet", ".zip")
# Pages of others may read the data from their own scripts; nothing else on this server is open to them.
_FOR_ANYBODY = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Content-Length, Content-Range, Accept-Ranges, Content-Disposition",
    "cross-origin-resource-policy": "cross-origin",
}


def routes() -> list[Route]:
    """/data/v1/<name> for every file on the list; the folder itself leads to the screen that tells about it."""
    settings = ServerSettings.read()

    async def front(_: Request) -> Response:
        return RedirectResponse("/oppnadata", status_code=307)

    async def file(request: Request) -> Response:
        name = request.path_params["name"]
        if not name:
            return await front(request)
        edition = published()
        found = edition.files.get(name) if edition else None
        if edition is None or found is None or not (edition.folder / found.name).is_file():
            return plain_page(404, settings)
        return _answer(request, edition, found)

    return [Route(FOLDER.rstrip("/"), front), Route(f"{FOLDER}{{name:path}}", file)]


def _answer(request: Request, edition: Published, found: OpenFile) -> Response:
    headers = {
        **_FOR_ANYBODY,
        "etag": f'"{found.sha256[:32]}"',
        "last-modified": format_datetime(edition.published, usegmt=True),
        # The address stays while its content changes with the next publication.
        "cache-control": "public, max-age=300",
    }
    if _unchanged(request, edition, headers["etag"]):
        return Response(status_code=304, headers=headers)
    name = found.name.rpartition("/")[2]
    return FileResponse(
        edition.folder / found.name,
        headers=headers,
        media_type=found.media_type,
        filename=name if name.endswith(_DOWNLOADED) else None,
    )


def _unchanged(request: Request, edition: Published, etag: str) -> bool:
    """Whether the asker already has this version (RFC 9110, 13.2.2: the tag decides where both are sent)."""
    if known := request.headers.get("if-none-match"):
        tags = [tag.strip().removeprefix("W/") for tag in known.split(",")]
        return etag in tags or "*" in tags
    since = request.headers.get("if-modified-since")
    if not since:
        return False
    try:
        return parsedate_to_datetime(since) >= edition.published
    except (TypeError, ValueError):
        return False
