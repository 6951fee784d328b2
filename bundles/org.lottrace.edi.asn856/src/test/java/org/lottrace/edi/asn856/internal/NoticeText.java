package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeLine;

/** A ship notice as text for people. */
final class NoticeText {
    private NoticeText() {}

    static String of(ShipNotice notice) {
        return "notice " + notice.id() + "\ncreated " + notice.created() + ", shipped " + notice.shipDate() + "\nfrom "
                + notice.shipFrom().map(Object::toString).orElse("-") + " to "
                + notice.shipTo().map(Object::toString).orElse("-") + " / "
                + or(notice.shipToId()) + "\ncarrier "
                + or(notice.carrier()) + ", bill of lading " + or(notice.billOfLading()) + keyData(notice.keyData())
                + "\n"
                + notice.lines().stream().map(NoticeText::line).collect(Collectors.joining());
    }

    /** The sender's name is written beside the notice, and read as key data of it. */
    static ShipNotice withoutParties(ShipNotice notice) {
        return new ShipNotice(
                notice.id(),
                notice.created(),
                notice.shipDate(),
                notice.shipFrom(),
                notice.shipTo(),
                notice.shipToId(),
                notice.carrier(),
                notice.billOfLading(),
                notice.lines(),
                notice.keyData().stream()
                        .filter(datum -> !datum.name().equals("namedParty"))
                        .toList());
    }

    private static String line(ShipNoticeLine line) {
        return "- order " + line.purchaseOrder() + " line "
                + or(line.lineNumber()) + ": " + line.quantity() + " of lot " + or(line.lotNumber()) + ", gtin "
                + line.gtin().map(Object::toString).orElse("-") + ", our item " + or(line.receiverItem())
                + ", their item " + or(line.senderItem()) + ", produced "
                + line.productionDate().map(Object::toString).orElse("-") + ", expires "
                + line.expiry().map(Object::toString).orElse("-") + ", tare "
                + line.tare().map(Object::toString).orElse("-") + ", pack "
                + line.pack().map(Object::toString).orElse("-") + keyData(line.keyData()) + "\n";
    }

    /** Each in a row of its own. */
    static String keyData(List<KeyDatum> data) {
        return data.stream()
                .map(datum -> "\n    " + datum.name() + " " + datum.value().text())
                .collect(Collectors.joining());
    }

    private static String or(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
