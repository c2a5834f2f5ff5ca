"""The made-up municipality Exempelköping (9999), with a story that is known in advance.

`generate` writes the contract's tables as people would have handed them in by a given day. Everything is
invented and says so: `påhittad` in the source columns, points on the open water of a lake, nobody in it.

The story (as data in STORY, with the verdict that must come out of the rule in evaluate/):

- 9999-2024, met. Hours, dialogues and walks done with complete reporting; ofredande more than halved from
  26 a month after 36 months of baseline; trygghet from 52 to 66 per cent with about 900 answers in each wave.
- 9999-2025, not met. Three dialogues of six, with a nil report in every month without one; skadegörelse up
  by almost half; more people say they have been exposed to it.
- 9999-2025-hojden, undecidable. Nobody reported from April to September; fewer than 20 ofredanden in three
  years and fewer than 30 answers from the area.
- 9999-2025-trafik, paused from 1 November 2025 to 31 December 2026.
- 9999-2026, running. Hours, dialogues and walks on pace; misshandel clearly down, so "På väg" once half a
  year has been counted.
- Södervik deviates: klotter there is more than doubled from October 2025 on.
- Feedback on 9999-2025: the second quarter came 19 days late, the third not at all.
- A decision is overdue since 12 January 2026, and the problem with mopeds has no measure.

History does not depend on the day: a later `today` adds rows, turns preliminary counts into final ones and
updates what has a status.
"""

from etl.demo.generate import DemoReport, generate
from etl.demo.story import STORY

__all__ = ["STORY", "DemoReport", "generate"]
