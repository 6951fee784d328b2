package org.lottrace.intake.internal.subject;

import java.util.Map;
import java.util.Set;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.intake.internal.Problems;
import org.lottrace.intake.internal.Tally;
import org.lottrace.intake.internal.field.MappedTable;
import org.lottrace.intake.internal.field.TableShape;
import org.lottrace.intake.internal.field.Thing;

/** Documents between us and third-party warehouses, each recorded as if it had come by itself; one that is known is not recorded again. */
final class StockDocuments implements Subject {
    static final TableShape<StockDocument> SHAPE = new TableShape<>(
            StockDocument.class, Set.of("number", "lines"), Map.of("lines.condition", "GOOD"), Map.of("number", 29));

    private final ThirdPartyWarehouses warehouses;

    StockDocuments(ThirdPartyWarehouses warehouses) {
        this.warehouses = warehouses;
    }

    @Override
    public ImportSubject subject() {
        return ImportSubject.STOCK_DOCUMENTS;
    }

    @Override
    public String operation() {
        return "third-party.record";
    }

    @Override
    public TableShape<StockDocument> shape() {
        return SHAPE;
    }

    @Override
    public void write(Caller caller, MappedTable table, Problems problems, Tally tally) {
        for (Thing<StockDocument> thing : SHAPE.grouped(table, keys -> Map.of(), problems)) {
            Outcome<KeptDocument> outcome = warehouses.record(caller, thing.value());
            if (outcome instanceof Outcome.AlreadyDone<KeptDocument>) {
                tally.unchanged();
            } else {
                tally.added(1);
            }
            outcome.violations()
                    .forEach(violation ->
                            thing.tell(problems, violation.path(), SHAPE.key(), violation.code(), violation.message()));
        }
    }
}
