package org.lottrace.edi.asn856.internal;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.edi.asn856.internal.MessageWriter.Names;
import org.lottrace.edi.asn856.internal.wire.Item;
import org.lottrace.edi.asn856.internal.wire.Level;
import org.lottrace.edi.asn856.internal.wire.Order;
import org.lottrace.edi.asn856.internal.wire.Pack;
import org.lottrace.edi.asn856.internal.wire.PartyReference;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;
import org.lottrace.edi.asn856.internal.wire.Shipment;
import org.lottrace.edi.asn856.internal.wire.Tare;

/**
 * Makes the message of a DESADV: the first CPS is the shipment and holds what is in no logistic unit; each unit is a CPS of its own, a pack
 * below its tare. A line is an item with its order, lot and expiry date.
 *
 * <p>Source: EDIFACT D.01B, DESADV; EANCOM uses PCI 33E for the SSCC and 36E for what is marked on the goods.
 */
final class DespatchWriter {
    private static final String SSCC_MARKED = "33E";
    private static final String GOODS_MARKED = "36E";

    private final ShipNotice notice;
    private final List<Level> levels = new ArrayList<>();
    private int packages;
    private int lines;

    private DespatchWriter(ShipNotice notice) {
        this.notice = notice;
    }

    /** The logistic units around a line. */
    private record Units(Optional<Sscc> tare, Optional<Sscc> pack) {}

    /** @param cancels whether the notice is taken back */
    static ShipNoticeMessage write(ShipNotice notice, Names names, boolean cancels) {
        return new DespatchWriter(notice).write(names, cancels);
    }

    private ShipNoticeMessage write(Names names, boolean cancels) {
        Shipment shipment = new Shipment();
        shipment.shipDate = Texts.of(notice.shipDate());
        shipment.billOfLading = Texts.orNull(notice.billOfLading());
        shipment.carrier = Texts.orNull(notice.carrier());
        party(shipment, "SF", names.shipFrom(), notice.shipFrom(), "");
        party(shipment, "DP", names.shipTo(), notice.shipTo(), notice.shipToId());
        lines();
        Order all = new Order();
        all.levels = levels;
        shipment.levels.add(all);
        ShipNoticeMessage message = new ShipNoticeMessage();
        message.structure = MessageReader.DESPATCH_ADVICE;
        message.number = notice.id().number();
        message.purpose = cancels ? "1" : "9";
        message.date = Texts.of(notice.created().toLocalDate());
        message.time = notice.created().format(DateTimeFormatter.ofPattern("HHmmss"));
        message.shipment = shipment;
        message.levelCount = lines;
        return message;
    }

    private static void party(Shipment shipment, String role, String name, Optional<Gln> gln, String id) {
        PartyReference party = new PartyReference();
        party.role = role;
        party.name = Texts.orNull(name);
        if (gln.isPresent()) {
            party.id = gln.get().value();
            party.qualifier = Dialect.EDIFACT.gln;
        } else if (!id.isEmpty()) {
            party.id = id;
            party.qualifier = "92";
        }
        if (party.name != null || party.id != null) {
            shipment.parties.add(party);
        }
    }

    /** What is in no unit comes first, for the lines behind a CPS are in it. */
    private void lines() {
        Map<Units, List<ShipNoticeLine>> byUnit = new LinkedHashMap<>();
        byUnit.put(new Units(Optional.empty(), Optional.empty()), new ArrayList<>());
        for (ShipNoticeLine line : notice.lines()) {
            byUnit.computeIfAbsent(new Units(line.tare(), line.pack()), units -> new ArrayList<>())
                    .add(line);
        }
        Map<Sscc, Level> tares = new LinkedHashMap<>();
        byUnit.forEach((units, inUnit) -> {
            Level above = levels.isEmpty() ? unit(new Pack(), null, Optional.empty()) : levels.get(0);
            Level around = units.tare()
                    .map(sscc -> tares.computeIfAbsent(sscc, s -> unit(new Tare(), above.id, Optional.of(s))))
                    .orElse(above);
            Level holder = units.pack().isPresent() ? unit(new Pack(), around.id, units.pack()) : around;
            inUnit.forEach(line -> item(holder, line));
        });
    }

    private <L extends Level> L unit(L level, String parent, Optional<Sscc> sscc) {
        level.id = String.valueOf(++packages);
        level.parent = parent;
        sscc.ifPresent(marked -> {
            level.packages = "1";
            level.marking = SSCC_MARKED;
            level.sscc = marked.value();
        });
        levels.add(level);
        return level;
    }

    private void item(Level holder, ShipNoticeLine line) {
        Item item = new Item();
        item.id = String.valueOf(++lines);
        item.gtin = line.gtin().map(DespatchWriter::shortest).orElse(null);
        item.senderItem = Texts.orNull(line.senderItem());
        item.receiverItem = Texts.orNull(line.receiverItem());
        item.quantity = line.quantity().amount().toPlainString();
        item.unit = UnitCodes.toEdifact(line.quantity().unit());
        item.productionDate = line.productionDate().map(Texts::of).orElse(null);
        item.expiry = line.expiry().map(Texts::of).orElse(null);
        item.order = Texts.orNull(line.purchaseOrder());
        item.line = item.order == null ? null : Texts.orNull(line.lineNumber());
        if (!line.lotNumber().isEmpty()) {
            item.marking = GOODS_MARKED;
            item.lotMark = line.lotNumber();
        }
        holder.levels.add(item);
    }

    /** A GTIN of 13 digits or less is written with 13. */
    private static String shortest(Gtin gtin) {
        return gtin.value().startsWith("0") ? gtin.value().substring(1) : gtin.value();
    }
}
