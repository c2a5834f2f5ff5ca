"""The sentences in English: the same judgements, the same numbers, for readers who do not read Swedish.

What has no English here (a goal in words, an unknown crime type) stays in Swedish between “ and ”, and nothing else
does, so that a page can mark the language of each part.
"""
