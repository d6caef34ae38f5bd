-- The rules of docs/regulation.md once more, in SQL: sets and decimals instead of a walk over fractions, and no line of
-- the program. What both get the same is hardly a slip of one of them.
-- In: a regulation, sheets and the decided order of ties, as JSON. Out: a row for each unit.
-- Quotients are carried to 100 decimals and compared at 60, where the exact ones of small numbers are apart.

CREATE FUNCTION quotient(a numeric, b numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS
$$ SELECT round(a, 100) / b $$;

CREATE FUNCTION near(a numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN a = 'Infinity' THEN a ELSE round(a, 60) END $$;

CREATE FUNCTION plain(a numeric) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT trim_scale(round(near(a), 12))::text $$;

CREATE FUNCTION cut(s numeric, cap numeric, bottom numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN near(s) > cap THEN cap WHEN near(s) < bottom THEN bottom ELSE s END $$;

-- Points of items: nothing at all if one of them is not counted, or counted below zero.
CREATE FUNCTION items(list jsonb, e jsonb) RETURNS numeric LANGUAGE sql IMMUTABLE AS
$$
  SELECT CASE
    WHEN e ->> 'type' <> 'counted' OR count(*) = 0 THEN NULL
    WHEN bool_or(n IS NULL) OR bool_or(n < 0) THEN NULL
    ELSE sum(least(n * each, most)) END
  FROM jsonb_array_elements(list) i,
       LATERAL (SELECT (e -> 'counts' ->> (i ->> 'id'))::numeric n, (i ->> 'each')::numeric each,
                       (i ->> 'atMost')::numeric most) x
$$;

-- Bonus for the excess over a target. r: rate, infinite if without bound; told: whether it is more than met or not.
CREATE FUNCTION excess(o jsonb, standard numeric, r numeric, told boolean) RETURNS numeric LANGUAGE sql IMMUTABLE AS
$$
  SELECT CASE
    WHEN o ->> 'counting' IS NULL OR o ->> 'perPercent' IS NULL OR standard IS NULL OR r IS NULL THEN NULL
    WHEN r = 'Infinity' THEN (o ->> 'cap')::numeric
    WHEN NOT told OR near(r) <= 1 THEN 0
    ELSE least(
      CASE o ->> 'counting'
        WHEN 'whole-percent' THEN floor(near(r * 100 - 100))
        ELSE r * 100 - 100 END * (o ->> 'perPercent')::numeric / 100 * standard,
      (o ->> 'cap')::numeric) END
$$;

CREATE FUNCTION standing(regulation jsonb, sheets jsonb, decided jsonb)
  RETURNS TABLE (unit text, result jsonb) LANGUAGE sql STABLE SET jit = off AS
$$
WITH
scale AS (SELECT regulation -> 'scale' s, (regulation -> 'scale' -> 'rounding' ->> 'digits')::int digits),
units AS (SELECT x ->> 'unit' unit, x -> 'entries' entries FROM jsonb_array_elements(sheets) x),
contents AS (SELECT n ci, c content FROM scale, jsonb_array_elements(s -> 'contents') WITH ORDINALITY x(c, n)),
criteria AS (
  SELECT ci, n ki, k criterion, k -> 'method' m, k -> 'method' ->> 'type' type, (k ->> 'standard')::numeric standard,
         coalesce(k ->> 'counts' = 'bonus', false)
           OR coalesce(k -> 'method' ->> 'type' IN ('external-award', 'over-fulfilment'), false) bonus_only
  FROM contents, jsonb_array_elements(content -> 'criteria') WITH ORDINALITY x(k, n)),
figures AS (
  SELECT u.unit, k.*, u.entries -> (criterion ->> 'id') e,
         NOT bonus_only AND coalesce(type NOT IN ('penalties', 'plus-minus'), true) is_standard
  FROM units u CROSS JOIN criteria k),
read AS (
  SELECT f.*, e ->> 'type' kind, (e ->> 'actual')::numeric a, (e ->> 'target')::numeric t, (e ->> 'upTo')::numeric upto,
         criterion ->> 'direction' direction,
         CASE WHEN type = 'pass-fail' AND criterion -> 'over' IS NULL THEN 'met-or-not' ELSE criterion ->> 'lower' END lower
  FROM figures f),
rated AS (
  SELECT r.*, x.rate,
         rate IS NOT NULL AND (direction = 'higher' AND t > 0
           OR direction = 'lower' AND t > 0 AND lower <> 'met-or-not') told
  FROM read r, LATERAL (SELECT CASE WHEN kind = 'measured' AND a IS NOT NULL AND t IS NOT NULL THEN
    CASE direction
      WHEN 'higher' THEN CASE WHEN t > 0 THEN greatest(quotient(a, t), 0) WHEN a >= t THEN 1 ELSE 0 END
      WHEN 'within' THEN CASE WHEN upto IS NULL THEN NULL WHEN a BETWEEN t AND upto THEN 1 ELSE 0 END
      WHEN 'lower' THEN CASE
        WHEN lower IS NULL THEN NULL
        WHEN lower = 'met-or-not' OR t <= 0 THEN CASE WHEN a <= t THEN 1 ELSE 0 END
        WHEN lower = 'mirrored' THEN greatest(quotient(2 * t - a, t), 0)
        WHEN a <= 0 THEN 'Infinity'::numeric
        ELSE quotient(t, a) END
    END END rate) x),
-- What the bloc must be known for: the greatest excess over a target, the best figure of those that have none.
bloc AS (
  SELECT ci, ki,
         array_agg(unit) FILTER (WHERE kind IS NULL OR kind NOT IN ('unassigned', 'untargeted') AND rate IS NULL) unsure,
         array_agg(unit) FILTER (WHERE rate = 'Infinity') boundless,
         max(rate) FILTER (WHERE told AND rate <> 'Infinity') best,
         bool_or(kind IS NULL) silent,
         max(a) FILTER (WHERE kind = 'untargeted') most, min(a) FILTER (WHERE kind = 'untargeted') fewest
  FROM rated GROUP BY ci, ki),
based AS (
  SELECT r.*, CASE
    WHEN type = 'proportional' THEN CASE
      WHEN near(rate) * 100 < (m ->> 'zeroBelow')::numeric THEN 0 * standard
      ELSE standard * least(rate, 1) END
    WHEN type = 'pass-fail' THEN standard * CASE kind
      WHEN 'done' THEN (e ->> 'done')::boolean::int
      WHEN 'measured' THEN (near(rate) >= 1)::int END
    WHEN type = 'stepped' THEN (
      SELECT least((band ->> 'points')::numeric, standard)
      FROM jsonb_array_elements(m -> 'bands') WITH ORDINALITY x(band, n),
           LATERAL (SELECT CASE WHEN m ->> 'of' = 'rate' THEN near(rate * 100)
                                WHEN kind IN ('measured', 'untargeted') THEN a END v) y
      WHERE v IS NOT NULL AND v >= coalesce((band ->> 'from')::numeric, v)
        AND (band ->> 'below' IS NULL OR v < (band ->> 'below')::numeric)
      ORDER BY n LIMIT 1)
    WHEN type = 'per-item' THEN CASE WHEN standard IS NOT NULL THEN least(items(m -> 'items', e), CASE WHEN
      items(m -> 'items', e) IS NOT NULL THEN standard END) END
    WHEN type = 'over-fulfilment' THEN CASE WHEN excess(m, standard, rate, told) IS NOT NULL THEN
      least(excess(m, standard, rate, told), standard) END
    WHEN type = 'relative-to-best' AND kind = 'untargeted' THEN CASE
      WHEN silent OR direction NOT IN ('higher', 'lower') THEN NULL
      WHEN direction = 'higher' THEN CASE WHEN most <= 0 THEN 0 ELSE quotient(greatest(a, 0), most) END
      WHEN direction = 'lower' THEN CASE WHEN a = fewest THEN 1 WHEN fewest <= 0 THEN 0 ELSE quotient(fewest, a) END
      END * standard
    WHEN type = 'relative-to-best' THEN standard / 100 * CASE
      WHEN near(rate) <= 1 THEN rate * part
      WHEN rate = 'Infinity' THEN 100
      WHEN boundless IS NOT NULL OR unsure IS NOT NULL THEN NULL
      ELSE part + (100 - part) * quotient(rate - 1, best - 1) END
    WHEN type = 'lateness' THEN least(standard, CASE
      WHEN standard IS NULL THEN NULL
      WHEN kind = 'done' AND NOT (e ->> 'done')::boolean THEN coalesce((m ->> 'floor')::numeric, 0)
      WHEN kind = 'delivered' AND late = 0 THEN standard
      WHEN kind = 'delivered' THEN greatest(standard - late * (m ->> 'perDay')::numeric,
        coalesce((m ->> 'floor')::numeric, 0)) END)
      + CASE WHEN kind = 'delivered' OR kind = 'done' AND NOT (e ->> 'done')::boolean THEN 0 END
    WHEN type = 'assessed' AND kind = 'assessments' THEN (
      SELECT CASE WHEN count(*) = 0 OR count(*) <> coalesce((m ->> 'number')::int, count(*))
                    OR min(p::numeric) < 0 OR max(p::numeric) > standard OR standard IS NULL THEN NULL
        ELSE CASE m ->> 'combine' WHEN 'mean' THEN quotient(sum(p::numeric), count(*))
             WHEN 'lowest' THEN min(p::numeric) ELSE max(p::numeric) END END
      FROM jsonb_array_elements_text(e -> 'points') p)
    WHEN type = 'external-award' AND items(m -> 'awards', e) IS NOT NULL THEN least(standard, CASE m ->> 'several'
      WHEN 'all' THEN items(m -> 'awards', e)
      ELSE coalesce((SELECT max((i ->> 'each')::numeric) FROM jsonb_array_elements(m -> 'awards') i
             WHERE (e -> 'counts' ->> (i ->> 'id'))::numeric > 0), 0) END)
    WHEN type = 'penalties' AND items(m -> 'items', e) IS NOT NULL THEN
      greatest(-items(m -> 'items', e), -(m ->> 'atMost')::numeric)
    WHEN type = 'plus-minus' AND items(m -> 'items', e) IS NOT NULL THEN
      greatest(least(items(m -> 'items', e), (m ->> 'cap')::numeric), (m ->> 'floor')::numeric)
    END base
  FROM rated r JOIN bloc USING (ci, ki),
       LATERAL (SELECT (m ->> 'atTarget')::numeric part,
                       greatest((e ->> 'daysLate')::int - coalesce((m ->> 'grace')::int, 0), 0) late) x),
marked AS (
  SELECT unit, ci, ki, criterion, type, standard, is_standard, x.*
  FROM based b, scale, LATERAL (SELECT
    CASE WHEN criterion -> 'over' IS NULL THEN 0 ELSE excess(criterion -> 'over', standard, rate, told) END extra,
    s -> 'notAssigned' ->> 'effect' effect) o,
  LATERAL (SELECT
    CASE WHEN kind = 'unassigned' THEN CASE
           WHEN effect IS NULL OR effect = 'standard-points' AND is_standard AND standard IS NULL THEN 'unknown'
           WHEN effect = 'out-of-maximum' THEN 'not-assigned' ELSE 'scored' END
         WHEN base IS NULL OR extra IS NULL THEN 'unknown' ELSE 'scored' END state,
    CASE WHEN kind = 'unassigned' THEN CASE WHEN effect = 'standard-points' AND is_standard THEN standard ELSE 0 END
         WHEN bonus_only THEN 0 ELSE base END points,
    CASE WHEN kind = 'unassigned' THEN 0 WHEN bonus_only THEN base + extra ELSE extra END bonus) x),
content_sums AS (
  SELECT u.unit, c.ci, content,
         count(ki) > 0 AND bool_and(state <> 'unknown') known,
         coalesce(sum(m.points), 0) points, coalesce(sum(m.bonus), 0) bonus,
         count(ki) > 0 AND bool_and(NOT (state <> 'not-assigned' AND is_standard AND standard IS NULL)) maximum_known,
         coalesce(sum(standard) FILTER (WHERE state <> 'not-assigned' AND is_standard), 0) maximum,
         coalesce(sum(m.points) FILTER (WHERE type = 'penalties'), 0) penalties
  FROM units u CROSS JOIN contents c LEFT JOIN marked m ON m.unit = u.unit AND m.ci = c.ci
  GROUP BY u.unit, c.ci, content),
content_cut AS (
  SELECT s.*, cut(points, (content ->> 'standard')::numeric, (content ->> 'floor')::numeric) p,
         cut(bonus, (content ->> 'bonusCap')::numeric, NULL) b
  FROM content_sums s),
unit_sums AS (
  SELECT unit, bool_and(known) known, sum(p) points, sum(b) bonus, sum(penalties) penalties,
         CASE WHEN bool_and(maximum_known) THEN sum(maximum) END maximum
  FROM content_cut GROUP BY unit),
unit_cut AS (
  SELECT u.*, p, b, cut(p + b, (regulation -> 'scoring' ->> 'maximum')::numeric, (s ->> 'floor')::numeric) total
  FROM unit_sums u, scale,
       LATERAL (SELECT cut(points, (s ->> 'standard')::numeric, NULL) p, cut(bonus, (s ->> 'bonusCap')::numeric, NULL) b) x),
valued AS (
  SELECT u.*, CASE WHEN known AND maximum > 0 THEN near(quotient(total, maximum) * 100) END rate,
         CASE WHEN known THEN near(total) END value
  FROM unit_cut u),
-- The cascade up to the first decision of people, as a row of numbers to be compared one after the other.
steps AS (
  SELECT n, t, bool_or(t ->> 'by' IN ('ballot', 'chair', 'lots')) OVER (ORDER BY n) human
  FROM scale, jsonb_array_elements(s -> 'rank' -> 'ties') WITH ORDINALITY x(t, n)),
keyed AS (
  SELECT v.*, CASE s -> 'rank' ->> 'by' WHEN 'points' THEN value WHEN 'rate' THEN rate END compared,
    (SELECT array_agg(near(CASE t ->> 'by'
       WHEN 'points' THEN total WHEN 'bonus' THEN v.b WHEN 'fewer-penalties' THEN penalties
       WHEN 'content' THEN (SELECT c.p + c.b FROM content_cut c WHERE c.unit = v.unit AND c.content ->> 'id' = t ->> 'of')
       WHEN 'criterion' THEN (SELECT k.points + k.bonus FROM marked k WHERE k.unit = v.unit AND k.criterion ->> 'id' = t ->> 'of')
       END) ORDER BY n) FROM steps WHERE NOT human) keys
  FROM valued v, scale),
grouped AS (
  SELECT k.unit, compared, keys, place,
         count(*) OVER same equal, bool_and(place IS NOT NULL) OVER same told_apart
  FROM keyed k LEFT JOIN (SELECT o unit, n place FROM jsonb_array_elements_text(decided) WITH ORDINALITY x(o, n)) d
    ON d.unit = k.unit
  WHERE compared IS NOT NULL
  WINDOW same AS (PARTITION BY compared, keys)),
ranked AS (
  SELECT unit, rank() OVER (ORDER BY compared DESC, keys DESC, CASE WHEN told_apart THEN place ELSE 0 END) rank,
         CASE WHEN equal = 1 THEN 'alone' WHEN told_apart THEN 'by-decision'
              WHEN coalesce((regulation -> 'scoring' ->> 'equalRanks')::boolean, false)
                AND NOT EXISTS (SELECT FROM steps WHERE human) THEN 'shared' ELSE 'open' END tie
  FROM grouped),
-- What is shown: the total half up, the parts down, and the largest remainders up again until they add up.
tops AS (
  SELECT unit, ci n, p + b part FROM content_cut
  UNION ALL
  SELECT unit, 1000 + i, part
  FROM unit_cut, LATERAL (VALUES (1, p - points), (2, b - bonus), (3, total - p - b)) x(i, part)),
top_floors AS (
  SELECT t.unit, n, digits, floor(near(part) * 10 ^ digits::numeric) down, near(part) * 10 ^ digits::numeric scaled
  FROM tops t, scale WHERE digits IS NOT NULL),
top_shown AS (
  SELECT f.unit, n, down + (row_number() OVER (PARTITION BY f.unit ORDER BY scaled - down DESC, n)
      <= sign(total) * floor(abs(near(total)) * 10 ^ digits::numeric + 0.5) - sum(down) OVER (PARTITION BY f.unit))::int shown
  FROM top_floors f JOIN unit_cut u ON u.unit = f.unit),
leaves AS (
  SELECT unit, ci, ki n, points + bonus part FROM marked
  UNION ALL
  SELECT unit, ci, 1000 + i, part FROM content_cut, LATERAL (VALUES (0, p - points), (1, b - bonus)) x(i, part)),
leaf_floors AS (
  SELECT l.*, floor(near(part) * 10 ^ digits::numeric) down, near(part) * 10 ^ digits::numeric scaled
  FROM leaves l, scale WHERE digits IS NOT NULL),
leaf_shown AS (
  SELECT f.unit, ci, f.n, down + (row_number() OVER (PARTITION BY f.unit, ci ORDER BY scaled - down DESC, f.n)
      <= shown - sum(down) OVER (PARTITION BY f.unit, ci))::int shown
  FROM leaf_floors f JOIN top_shown t ON t.unit = f.unit AND t.n = f.ci),
-- A criterion's shown total as points and bonus.
halves AS (
  SELECT m.unit, ci, ki, i, floor(near(part) * 10 ^ digits::numeric) down, near(part) * 10 ^ digits::numeric scaled
  FROM marked m, scale, LATERAL (VALUES (0, points), (1, bonus)) x(i, part) WHERE digits IS NOT NULL),
part_shown AS (
  SELECT h.unit, h.ci, 2 * ki + i n, down + (row_number() OVER (PARTITION BY h.unit, h.ci, ki ORDER BY scaled - down DESC, i)
      <= shown - sum(down) OVER (PARTITION BY h.unit, h.ci, ki))::int shown
  FROM halves h JOIN leaf_shown l ON l.unit = h.unit AND l.ci = h.ci AND l.n = ki
  UNION ALL
  SELECT unit, ci, 1000 + n, shown FROM leaf_shown WHERE n >= 1000)
SELECT k.unit, jsonb_build_object(
  'known', known,
  'points', CASE WHEN known THEN plain(k.p) END,
  'bonus', CASE WHEN known THEN plain(k.b) END,
  'total', CASE WHEN known THEN plain(total) END,
  'maximum', plain(maximum),
  'rate', plain(rate),
  'rank', r.rank,
  'tie', coalesce(r.tie, 'alone'),
  'grade', (SELECT g ->> 'name' FROM scale, jsonb_array_elements(s -> 'classes' -> 'classes') WITH ORDINALITY x(g, n)
            WHERE CASE s -> 'classes' ->> 'by' WHEN 'points' THEN value ELSE rate END >= (g ->> 'from')::numeric
            ORDER BY n LIMIT 1),
  'criteria', (SELECT jsonb_agg(jsonb_build_array(criterion ->> 'id', state,
                 CASE WHEN state = 'scored' THEN plain(m.points) END, CASE WHEN state = 'scored' THEN plain(m.bonus) END)
                 ORDER BY ci, ki) FROM marked m WHERE m.unit = k.unit),
  'shown', CASE WHEN known AND digits IS NOT NULL THEN
     (SELECT jsonb_agg(trim_scale(shown / 10 ^ digits::numeric)::text ORDER BY ci, n) FROM part_shown l WHERE l.unit = k.unit)
     || (SELECT jsonb_agg(trim_scale(shown / 10 ^ digits::numeric)::text ORDER BY n) FROM top_shown l WHERE l.unit = k.unit) END)
FROM keyed k CROSS JOIN scale LEFT JOIN ranked r USING (unit)
$$;
