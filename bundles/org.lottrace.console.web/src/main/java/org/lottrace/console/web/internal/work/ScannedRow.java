package org.lottrace.console.web.internal.work;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.console.web.internal.desk.ScannedGoods;
import org.lottrace.console.web.internal.page.Visit;

/** A row of a form in which a scan may stand for the lot or the logistic unit; it fills what was left empty besides. */
final class ScannedRow {
    private final Function<Column, String> entered;
    private final Map<Column, String> said = new EnumMap<>(Column.class);
    private final Map<Column, List<String>> problems = new EnumMap<>(Column.class);

    private ScannedRow(Function<Column, String> entered) {
        this.entered = entered;
    }

    /** @param entered what was entered in each column; empty when nothing was */
    static ScannedRow of(Function<Column, String> entered, Visit visit) {
        ScannedRow row = new ScannedRow(entered);
        scan(entered.apply(Column.LOT), visit).ifPresent(goods -> row.takeLot(goods, visit));
        scan(entered.apply(Column.CONTAINER), visit).ifPresent(goods -> row.takeContainer(goods, visit));
        return row;
    }

    private static Optional<ScannedGoods> scan(String text, Visit visit) {
        return text.isEmpty() ? Optional.empty() : ScannedGoods.of(text, visit);
    }

    private void takeLot(ScannedGoods goods, Visit visit) {
        if (!goods.problems().isEmpty()) {
            problems.put(Column.LOT, goods.problems());
        } else if (goods.lot().isEmpty()) {
            problems.put(Column.LOT, List.of(visit.texts().lookup("work.scan.no-lot")));
        } else {
            said.put(Column.LOT, goods.lot().get().toString());
            fill(goods, visit);
        }
    }

    /** A label of a pallet has everything on it: when the lot was not entered, it is taken from there. */
    private void takeContainer(ScannedGoods goods, Visit visit) {
        if (!goods.problems().isEmpty()) {
            problems.put(Column.CONTAINER, goods.problems());
            return;
        }
        said.put(
                Column.CONTAINER,
                goods.container().map(Object::toString).orElseGet(() -> entered.apply(Column.CONTAINER)));
        if (text(Column.LOT).isEmpty() && goods.lot().isPresent()) {
            said.put(Column.LOT, goods.lot().get().toString());
            fill(goods, visit);
        }
    }

    private void fill(ScannedGoods goods, Visit visit) {
        if (entered.apply(Column.CONTAINER).isEmpty()) {
            goods.container().ifPresent(unit -> said.put(Column.CONTAINER, unit.toString()));
        }
        boolean isAmountOpen = entered.apply(Column.AMOUNT).isEmpty()
                && entered.apply(Column.UNIT).isEmpty();
        if (isAmountOpen) {
            goods.quantity().ifPresent(quantity -> take(quantity, visit));
        }
    }

    /** As the reader would write it: numbers are read that way. */
    private void take(Quantity quantity, Visit visit) {
        said.put(Column.AMOUNT, visit.formats().typed(quantity.amount()));
        said.put(Column.UNIT, quantity.unit().code());
    }

    String text(Column column) {
        return Optional.ofNullable(said.get(column)).orElseGet(() -> entered.apply(column));
    }

    boolean isMisread() {
        return !problems.isEmpty();
    }

    Map<Column, List<String>> problems() {
        return problems;
    }
}
