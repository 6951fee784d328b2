package org.lottrace.api.text;

import java.util.List;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.recall.RecallCaseId;

/** What identifies something. An ERP code has no {@code /}, so it can stand before one. */
final class IdForms {
    static final List<TextForm<?>> ALL = List.of(
            new TextForm<>(
                    EventId.class,
                    "event id",
                    "scanner7:2026-03-01:000123",
                    "1 to 100 visible ASCII characters without spaces",
                    EventId::value,
                    EventId::new),
            new TextForm<>(
                    ItemNumber.class, "item number", "FLOUR-550", erpCode(30), ItemNumber::value, ItemNumber::new),
            new TextForm<>(ChannelId.class, "channel", "RETAIL", erpCode(20), ChannelId::value, ChannelId::new),
            new TextForm<>(PartyId.class, "party id", "MILL", erpCode(20), PartyId::value, PartyId::new),
            new TextForm<>(SiteId.class, "site id", "BAKERY", erpCode(20), SiteId::value, SiteId::new),
            new TextForm<>(LocationId.class, "location id", "RM-01", erpCode(20), LocationId::value, LocationId::new),
            new TextForm<>(
                    LotNumber.class,
                    "lot number",
                    "L4711",
                    "1 to 20 letters, digits or ! \" % & ' ( ) * + , - . / : ; < = > ? _, as GS1 AI (10) has it; blanks within are a partner's",
                    LotNumber::value,
                    LotNumber::new),
            new TextForm<>(
                    LotKey.class,
                    "lot key",
                    "MILL/FLOUR-550/L4711",
                    "issuer/item/number; only the number may contain a /",
                    LotKey::toString,
                    LotKey::parse),
            new TextForm<>(
                    LotReference.class,
                    "lot reference",
                    "FLOUR-550/L4711",
                    "number, item/number or issuer/item/number; of a number with a / all three, where one that is not known"
                            + " is left empty",
                    LotReference::toString,
                    LotReference::parse),
            new TextForm<>(
                    Gtin.class,
                    "GTIN",
                    "04012345000016",
                    "8, 12, 13 or 14 digits with the check digit, GS1 AI (01)",
                    Gtin::value,
                    Gtin::of),
            new TextForm<>(
                    Gln.class,
                    "GLN",
                    "4012345000009",
                    "13 digits with the check digit, GS1 AI (410) to (417)",
                    Gln::value,
                    Gln::new),
            new TextForm<>(
                    Sscc.class,
                    "SSCC",
                    "340123450000000017",
                    "18 digits with the check digit, GS1 AI (00)",
                    Sscc::value,
                    Sscc::new),
            new TextForm<>(
                    ShipNoticeId.class,
                    "ship notice",
                    "MILL/SN-1001",
                    "sender/number; the number has 2 to 30 characters",
                    ShipNoticeId::toString,
                    IdForms::shipNotice),
            new TextForm<>(
                    RecallCaseId.class,
                    "recall case",
                    "R-000017",
                    "R- and 6 to 12 digits",
                    RecallCaseId::value,
                    RecallCaseId::new),
            new TextForm<>(
                    EdiAddress.class,
                    "interchange address",
                    "ZZ:MILL",
                    "qualifier:id; a qualifier of 2 characters (X12 ISA05) and an id of 1 to 15 (ISA06), in EDIFACT to 35",
                    EdiAddress::toString,
                    IdForms::ediAddress));

    private IdForms() {}

    private static String erpCode(int longest) {
        return "1 to " + longest + " letters, digits or . _ -, the first a letter or a digit";
    }

    private static ShipNoticeId shipNotice(String text) {
        String[] parts = Parts.of(text, "/");
        return new ShipNoticeId(new PartyId(parts[0]), parts[1]);
    }

    private static EdiAddress ediAddress(String text) {
        String[] parts = Parts.of(text, ":");
        return new EdiAddress(parts[0], parts[1]);
    }
}
