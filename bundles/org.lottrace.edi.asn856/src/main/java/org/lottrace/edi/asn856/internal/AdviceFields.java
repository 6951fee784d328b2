package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.lottrace.api.edi.ReadField;
import org.lottrace.edi.asn856.internal.CustomerAdvice.Contested;
import org.lottrace.edi.asn856.internal.CustomerAdvice.Goods;

/** A receiving advice as a list of its facts; units and item numbers are the partner's. */
final class AdviceFields {
    private final List<ReadField> fields = new ArrayList<>();

    private AdviceFields() {}

    /** @return what is stated, in the order of the advice; the first goods are 1 */
    static List<ReadField> of(CustomerAdvice advice) {
        AdviceFields facts = new AdviceFields();
        facts.add("number", advice.number());
        facts.add("purpose", advice.purpose());
        facts.add("shipment", String.join(", ", advice.shipments()));
        for (int i = 0; i < advice.goods().size(); i++) {
            facts.goods("goods[" + (i + 1) + "].", advice.goods().get(i));
        }
        return facts.fields;
    }

    private void goods(String at, Goods goods) {
        add(at + "line", goods.line());
        add(at + "lotNumber", goods.lot());
        new TreeMap<>(goods.named()).forEach((qualifier, number) -> add(at + "item." + qualifier, number));
        goods.received().ifPresent(amount -> add(at + "received", amount.toString()));
        for (Contested contested : goods.contested()) {
            add(at + contested.condition(), contested.amount().toString());
        }
    }

    private void add(String name, String value) {
        if (!value.isEmpty()) {
            fields.add(new ReadField(name, value));
        }
    }
}
