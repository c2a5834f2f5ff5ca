-- Purpose:  what is missing in the chain from problem to goal, filled by etl/build/chain_gaps.py.
-- Inputs:   core.problem, cause, measure, commitment, goal, activity; marts.goal_point; judged by etl/evaluate/chain.py
-- Outputs:  marts.chain_gap
CREATE TABLE marts.chain_gap (
    municipality_code VARCHAR,
    promise_id VARCHAR,
    kind VARCHAR,
    concerns_id VARCHAR,
    concerns VARCHAR,
    count INTEGER,
    sentence VARCHAR,
    as_of DATE
);

COMMENT ON TABLE marts.chain_gap IS 'Länkar som saknas i kedjan från problem till mål, en rad per lucka';
COMMENT ON COLUMN marts.chain_gap.municipality_code IS 'Kommunkod';
COMMENT ON COLUMN marts.chain_gap.promise_id IS 'Löftet; tomt för ett problem som inte hör till något löfte';
COMMENT ON COLUMN marts.chain_gap.kind IS 'problem utan åtgärd, aktivitet utan åtagande, åtagande utan mål, mål utan mätning eller mål utan utgångsvärde';
COMMENT ON COLUMN marts.chain_gap.concerns_id IS 'Id för problemet, åtagandet, målet eller löftet som luckan gäller';
COMMENT ON COLUMN marts.chain_gap.concerns IS 'Det som luckan gäller, i ord';
COMMENT ON COLUMN marts.chain_gap.count IS 'Antal aktiviteter; annars 1';
COMMENT ON COLUMN marts.chain_gap.sentence IS 'Luckan i en mening';
COMMENT ON COLUMN marts.chain_gap.as_of IS 'Dagen som bygget räknar som i dag';
