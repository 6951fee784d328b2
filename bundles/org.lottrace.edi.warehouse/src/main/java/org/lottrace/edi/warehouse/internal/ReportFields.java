package org.lottrace.edi.warehouse.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lottrace.api.edi.ReadField;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.edi.warehouse.internal.ReadReport.Goods;

/** A report of a third party as a list of its facts, as it writes them. */
final class ReportFields {
    private final List<ReadField> fields = new ArrayList<>();

    private ReportFields() {}

    /** @return what is stated, in the order of the report; the first goods are 1 */
    static List<ReadField> of(ReadReport report) {
        ReportFields facts = new ReportFields();
        facts.add("number", report.number);
        facts.add("about", report.about);
        facts.add("date", report.date);
        facts.add("time", report.time);
        facts.add("places", String.join(", ", report.places));
        facts.add("receivers", String.join(", ", report.receivers));
        facts.add("buyers", String.join(", ", report.buyers));
        facts.add("carrier", report.carrier);
        facts.add("billOfLading", report.billOfLading);
        facts.keyData("", report.keyData);
        for (int i = 0; i < report.goods.size(); i++) {
            facts.goods("goods[" + (i + 1) + "].", report.goods.get(i));
        }
        return facts.fields;
    }

    private void goods(String at, Goods goods) {
        new TreeMap<>(goods.named).forEach((qualifier, number) -> add(at + "item." + qualifier, number));
        add(at + "lotNumber", goods.lot);
        add(at + "expiry", goods.expiry);
        add(at + "sscc", goods.sscc);
        add(at + "amount", goods.amount);
        add(at + "damaged", goods.damaged);
        add(at + "unit", goods.unit);
        keyData(at, goods.keyData);
    }

    /** An element that is there several times has a number behind its name. */
    private void keyData(String at, List<KeyDatum> said) {
        Map<String, Integer> seen = new HashMap<>();
        for (KeyDatum datum : said) {
            int number = seen.merge(datum.name(), 1, Integer::sum);
            add(
                    at + "keyData." + datum.name() + (number > 1 ? "[" + number + "]" : ""),
                    datum.value().text());
        }
    }

    private void add(String name, String value) {
        if (!value.isEmpty()) {
            fields.add(new ReadField(name, value));
        }
    }
}
