package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.edi.ReadField;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeLine;

/** A ship notice as a list of its facts, for whoever compares two readings of it. */
final class NoticeFields {
    private final List<ReadField> fields = new ArrayList<>();

    private NoticeFields() {}

    /** @return what is stated, in the order of the notice; the first line is 1 */
    static List<ReadField> of(NoticePurpose purpose, ShipNotice notice) {
        NoticeFields facts = new NoticeFields();
        facts.add("purpose", purpose);
        facts.add("number", notice.id().number());
        facts.add("created", notice.created());
        facts.add("shipDate", notice.shipDate());
        facts.add("shipFrom", notice.shipFrom());
        facts.add("shipTo", notice.shipTo());
        facts.add("shipToId", notice.shipToId());
        facts.add("carrier", notice.carrier());
        facts.add("billOfLading", notice.billOfLading());
        facts.keyData("keyData.", notice.keyData());
        for (int i = 0; i < notice.lines().size(); i++) {
            facts.line("lines[" + (i + 1) + "].", notice.lines().get(i));
        }
        return facts.fields;
    }

    /** @return what is stated when a notice is taken back */
    static List<ReadField> ofCancellation(String number) {
        NoticeFields facts = new NoticeFields();
        facts.add("purpose", NoticePurpose.CANCELLATION);
        facts.add("number", number);
        return facts.fields;
    }

    private void line(String at, ShipNoticeLine line) {
        add(at + "purchaseOrder", line.purchaseOrder());
        add(at + "lineNumber", line.lineNumber());
        add(at + "gtin", line.gtin());
        add(at + "receiverItem", line.receiverItem());
        add(at + "senderItem", line.senderItem());
        add(at + "lotNumber", line.lotNumber());
        add(at + "productionDate", line.productionDate());
        add(at + "expiry", line.expiry());
        add(at + "quantity", line.quantity());
        add(at + "tare", line.tare());
        add(at + "pack", line.pack());
        keyData(at + "keyData.", line.keyData());
    }

    /** An element that is there several times has a number behind its name. */
    private void keyData(String at, List<KeyDatum> said) {
        Map<String, Integer> seen = new HashMap<>();
        for (KeyDatum datum : said) {
            int number = seen.merge(datum.name(), 1, Integer::sum);
            add(
                    at + datum.name() + (number > 1 ? "[" + number + "]" : ""),
                    datum.value().text());
        }
    }

    private void add(String name, Optional<?> value) {
        value.ifPresent(stated -> add(name, stated));
    }

    private void add(String name, Object value) {
        if (!value.toString().isEmpty()) {
            fields.add(new ReadField(name, value.toString()));
        }
    }
}
