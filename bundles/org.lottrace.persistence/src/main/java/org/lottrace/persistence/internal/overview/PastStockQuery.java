package org.lottrace.persistence.internal.overview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.overview.PastStockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.value.PositionPart;

/**
 * The statement for stock of the past: what each line brought to a place, less what it took from one, of the events that counted
 * then. A reversal and what it reverses are both left out, once the reversal was recorded.
 */
final class PastStockQuery {
    private static final String KEY = "l.issuer, l.item, l.lot_number, m.place_kind, m.place_code, m.place_sscc";
    private static final String KINDS = Stream.of(PlaceKind.values())
            .filter(PlaceKind::holdsStock)
            .map(kind -> "'" + kind.code() + "'")
            .collect(Collectors.joining(", "));

    private final List<String> ofLine = new ArrayList<>();
    private final List<String> ofEvent = new ArrayList<>();
    private final List<String> ofReversal = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    PastStockQuery(PastStockFilter filter, AsOf asOf) {
        filter.site()
                .ifPresentOrElse(
                        site -> {
                            ofLine.add("%1$s_kind = 'LOCATION' and left(p.%1$s_code, :begins) = :site");
                            parameters.put("site", site + "/");
                            parameters.put("begins", site.value().length() + 1);
                        },
                        () -> ofLine.add("%1$s_kind in (" + KINDS + ")"));
        ofLine.add("p.lot_id = any(cast(:lots as bigint array))");
        asOf.position().ifPresent(position -> known("ledger_position <= :position", "position", position));
        asOf.knownAt().ifPresent(moment -> known("recorded_at <= :known", "known", moment));
        asOf.happenedBy().ifPresent(moment -> {
            ofEvent.add("e.effective_at <= :happened");
            parameters.put("happened", moment);
        });
    }

    private void known(String condition, String parameter, Object value) {
        ofEvent.add("e." + condition);
        ofReversal.add("r." + condition);
        parameters.put(parameter, value);
    }

    /** @param lots of which lots, as the database numbers them */
    Question question(Collection<Long> lots, Optional<StockLine.Key> after, int limit) {
        after.ifPresent(this::behind);
        return new Question("""
                select %1$s, m.unit, sum(m.quantity) as quantity
                from (%2$s union all %3$s) m
                join trace_event e on e.ledger_position = m.ledger_position
                join lot l on l.id = m.lot_id
                where e.event_type <> 'REVERSE'%4$s
                    and not exists (select 1 from trace_event r where r.corrects = e.event_id and r.event_type = 'REVERSE'%5$s)
                group by %1$s, m.unit
                having sum(m.quantity) <> 0
                order by %1$s fetch first :rows rows only
                """.formatted(KEY, lines("to", ""), lines("from", "-"), and(ofEvent), and(ofReversal)))
                .with(parameters)
                .with("lots", AnyOf.ids(lots))
                .with("rows", limit);
    }

    private String lines(String end, String sign) {
        return ("select p.ledger_position, p.lot_id, p.%1$s_kind as place_kind, p.%1$s_code as place_code,"
                        + " p.%1$s_sscc as place_sscc, p.unit, " + sign
                        + "p.quantity as quantity from event_line p where p."
                        + String.join(" and ", ofLine))
                .formatted(end);
    }

    private void behind(StockLine.Key key) {
        PositionPart position = PositionPart.of(key.position());
        ofEvent.add("(" + KEY + ") > (:issuer, :behind_item, :number, :kind, :code, :sscc)");
        parameters.put("issuer", key.lot().issuer().value());
        parameters.put("behind_item", key.lot().item().value());
        parameters.put("number", key.lot().number().value());
        parameters.put("kind", position.kind().code());
        parameters.put("code", position.code());
        parameters.put("sscc", position.sscc());
    }

    private static String and(List<String> conditions) {
        return conditions.stream().map(condition -> " and " + condition).collect(Collectors.joining());
    }
}
