package org.lottrace.console.web.internal.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotReference;
import org.lottrace.console.web.internal.desk.ScannedGoods;
import org.lottrace.console.web.internal.page.Visit;

/** A field for one identifier, in which a scan may stand instead. */
final class ScannedField {
    /** What of a scan each type of field takes. */
    private static final Map<Class<?>, Function<ScannedGoods, Optional<?>>> TAKEN = Map.of(
            Sscc.class, ScannedGoods::container,
            ItemNumber.class, goods -> goods.item().map(Item::number),
            LotNumber.class, goods -> goods.lot().map(LotReference::number));

    private ScannedField() {}

    /**
     * @return the text as it is, or what a scan says for that type
     * @throws IllegalArgumentException if a scan can not be read, or does not say it
     */
    static String text(String text, Class<?> type, Visit visit) {
        Function<ScannedGoods, Optional<?>> taken = TAKEN.get(type);
        return taken == null
                ? text
                : ScannedGoods.of(text, visit)
                        .map(goods -> said(goods, taken, text, visit))
                        .orElse(text);
    }

    private static String said(
            ScannedGoods goods, Function<ScannedGoods, Optional<?>> taken, String text, Visit visit) {
        List<String> problems = goods.problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return taken.apply(goods)
                .map(Object::toString)
                .orElseThrow(() -> new IllegalArgumentException(visit.texts().of("work.scan.not-that", text)));
    }
}
