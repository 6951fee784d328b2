package org.lottrace.edi.asn856.internal;

import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.edi.asn856.internal.wire.Item;
import org.lottrace.edi.asn856.internal.wire.Level;
import org.lottrace.edi.asn856.internal.wire.Order;
import org.lottrace.edi.asn856.internal.wire.Pack;
import org.lottrace.edi.asn856.internal.wire.PartyReference;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;
import org.lottrace.edi.asn856.internal.wire.Shipment;
import org.lottrace.edi.asn856.internal.wire.Tare;

/**
 * Makes a message of a ship notice: S-O-T-P-I for lines with a tare, S-O-P-I for the others; a pack without a logistic unit
 * has no MAN. Lines that follow one another in the same order, tare and pack share these levels, so the order of the lines is
 * kept.
 */
final class MessageWriter {
    /** Shipment, order, packaging, item (data element 1005). */
    private static final String STRUCTURE = "0001";

    private static final String SCAC = "2";

    private final ShipNotice notice;
    private final Shipment shipment = new Shipment();
    private int levelCount;

    private MessageWriter(ShipNotice notice) {
        this.notice = notice;
    }

    /**
     * Names beside the numbers, for people at the receiver.
     *
     * @param shipFrom name of the place it leaves
     * @param shipTo name of the receiver
     */
    record Names(String shipFrom, String shipTo) {}

    /** @throws IllegalArgumentException if a unit has no X12 code */
    static ShipNoticeMessage write(ShipNotice notice, Names names) {
        return new MessageWriter(notice).write(names);
    }

    private ShipNoticeMessage write(Names names) {
        number(shipment, Optional.empty(), "S");
        shipment.shipDate = Texts.of(notice.shipDate());
        shipment.billOfLading = Texts.orNull(notice.billOfLading());
        if (!notice.carrier().isEmpty()) {
            shipment.carrierQualifier = SCAC;
            shipment.carrier = notice.carrier();
        }
        party("SF", names.shipFrom(), notice.shipFrom(), "");
        party("ST", names.shipTo(), notice.shipTo(), notice.shipToId());
        lines();
        ShipNoticeMessage message = new ShipNoticeMessage();
        message.purpose = "00";
        message.number = notice.id().number();
        message.date = Texts.of(notice.created().toLocalDate());
        message.time = notice.created().format(DateTimeFormatter.ofPattern("HHmmss"));
        message.structure = STRUCTURE;
        message.shipment = shipment;
        message.levelCount = levelCount;
        return message;
    }

    private void party(String role, String name, Optional<Gln> gln, String id) {
        PartyReference party = new PartyReference();
        party.role = role;
        party.name = Texts.orNull(name);
        if (gln.isPresent()) {
            party.qualifier = "UL";
            party.id = gln.get().value();
        } else if (!id.isEmpty()) {
            party.qualifier = "92";
            party.id = id;
        }
        if (party.name != null || party.id != null) {
            shipment.parties.add(party);
        }
    }

    private void lines() {
        Optional<Order> order = Optional.empty();
        Optional<Tare> tare = Optional.empty();
        Optional<Pack> pack = Optional.empty();
        ShipNoticeLine before = null;
        for (ShipNoticeLine line : notice.lines()) {
            boolean sameOrder = before != null && before.purchaseOrder().equals(line.purchaseOrder());
            boolean sameTare = sameOrder && before.tare().equals(line.tare());
            boolean samePack = sameTare && before.pack().equals(line.pack());
            if (!sameOrder) {
                order = Optional.of(below(shipment, "O", Order::new));
                order.get().order = line.purchaseOrder();
            }
            if (!sameTare) {
                Level above = order.orElseThrow();
                tare = line.tare().map(sscc -> marked(below(above, "T", Tare::new), Optional.of(sscc)));
            }
            if (!samePack) {
                Level above = tare.isPresent() ? tare.get() : order.orElseThrow();
                pack = Optional.of(marked(below(above, "P", Pack::new), line.pack()));
            }
            item(pack.orElseThrow(), line);
            before = line;
        }
    }

    private void item(Level above, ShipNoticeLine line) {
        Item item = below(above, "I", Item::new);
        item.line = Texts.orNull(line.lineNumber());
        line.gtin().ifPresent(gtin -> {
            if (gtin.value().startsWith("00")) {
                item.upc = gtin.value().substring(2);
            } else if (gtin.value().startsWith("0")) {
                item.ean = gtin.value().substring(1);
            } else {
                item.gtin = gtin.value();
            }
        });
        item.receiverItem = Texts.orNull(line.receiverItem());
        item.senderItem = Texts.orNull(line.senderItem());
        item.lot = Texts.orNull(line.lotNumber());
        item.productionDate = line.productionDate().map(Texts::of).orElse(null);
        item.expiry = line.expiry().map(Texts::of).orElse(null);
        item.quantity = line.quantity().amount().toPlainString();
        item.unit = UnitCodes.toX12(line.quantity().unit())
                .orElseThrow(() -> new IllegalArgumentException(
                        "unit " + line.quantity().unit() + " has no X12 code in the table of units"));
    }

    private <L extends Level> L below(Level above, String code, Supplier<L> kind) {
        L level = kind.get();
        number(level, Optional.of(above.id), code);
        above.levels.add(level);
        return level;
    }

    private static <L extends Level> L marked(L level, Optional<Sscc> sscc) {
        level.sscc = sscc.map(Sscc::value).orElse(null);
        return level;
    }

    private void number(Level level, Optional<String> parent, String code) {
        level.id = String.valueOf(++levelCount);
        level.parent = parent.orElse(null);
        level.code = code;
    }
}
