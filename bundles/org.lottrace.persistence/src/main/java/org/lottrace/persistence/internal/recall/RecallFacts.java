package org.lottrace.persistence.internal.recall;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.persistence.internal.lot.LotRows;

/** Writes what a step says: one statement, however many lots it names. */
final class RecallFacts {
    private static final String INSERT = "insert into recall_fact (case_id, step, part, fact_name, party, lot_id,"
            + " document_type, document_number, quantity, unit, whole_number, words)"
            + " select cast(:case as varchar), cast(:step as integer), r.part, r.fact_name, r.party, r.lot_id,"
            + " r.document_type, r.document_number, cast(r.quantity as numeric(21, 6)), r.unit, r.whole_number, r.words"
            + " from unnest(cast(:parts as integer array), cast(:names as varchar array),"
            + " cast(:parties as varchar array), cast(:lots as bigint array), cast(:types as varchar array),"
            + " cast(:documents as varchar array), cast(:quantities as varchar array), cast(:units as varchar array),"
            + " cast(:numbers as bigint array), cast(:words as varchar array))"
            + " r (part, fact_name, party, lot_id, document_type, document_number, quantity, unit, whole_number, words)";

    private final List<FactRow> rows;

    RecallFacts(List<FactRow> rows) {
        this.rows = rows;
    }

    void insert(StatelessSession session, RecallCaseId recallCase, int step, LotRows lots) {
        if (rows.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery(INSERT)
                .setParameter("case", recallCase.value())
                .setParameter("step", step)
                .setParameter("parts", IntStream.range(0, rows.size()).boxed().toArray(Integer[]::new))
                .setParameter("names", texts(row -> Optional.of(row.name())))
                .setParameter("parties", texts(row -> row.party().map(PartyId::value)))
                .setParameter("lots", numbers(row -> row.lot()
                        .map(lot -> lots.get(lot).id())))
                .setParameter("types", texts(row -> row.document()
                        .map(document -> document.type().code())))
                .setParameter("documents", texts(row -> row.document().map(document -> document.number())))
                .setParameter("quantities", texts(row -> row.quantity()
                        .map(quantity -> quantity.amount().toPlainString())))
                .setParameter("units", texts(row -> row.quantity()
                        .map(quantity -> quantity.unit().code())))
                .setParameter("numbers", numbers(FactRow::number))
                .setParameter("words", texts(FactRow::words))
                .executeUpdate();
    }

    private String[] texts(Function<FactRow, Optional<String>> column) {
        return rows.stream().map(row -> column.apply(row).orElse(null)).toArray(String[]::new);
    }

    private Long[] numbers(Function<FactRow, Optional<Long>> column) {
        return rows.stream().map(row -> column.apply(row).orElse(null)).toArray(Long[]::new);
    }
}
