-- Purpose:  every pair of groups that may be shown, the highest against the lowest marked.
-- Inputs:   staging.equality_group
-- Outputs:  a_row, b_row, family, p_a, n_eff_a, p_b, n_eff_b (shares as proportions), is_widest. Women are always a;
--           otherwise a is the higher share, and equal ones are in the order of their names.
SELECT
    a.row AS a_row, b.row AS b_row, a.family, a.value / 100 AS p_a, a.n_eff AS n_eff_a, b.value / 100 AS p_b,
    b.n_eff AS n_eff_b,
    row_number() OVER (PARTITION BY a.key ORDER BY a.value DESC, a.name, b.value, b.name DESC) = 1 AS is_widest
FROM staging.equality_group a
JOIN staging.equality_group b ON a.key = b.key AND a.row <> b.row
WHERE a.is_shown AND b.is_shown
    AND CASE a.kind
        WHEN 'kön' THEN a.name = 'kvinnor' AND b.name = 'män'
        ELSE a.value > b.value OR (a.value = b.value AND a.name < b.name)
    END
