package org.lottrace.notice.internal;

import static org.lottrace.api.fixture.PartyBuilder.aParty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerProfile;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PostalAddress;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.notice.RecallNotice;

/** A notice about bread, to a supermarket with every way to reach it. */
final class Notices {
    static final Party SUPERMARKET = supermarket("recalls@market.example", "Łąkowa 7", "Łódź");

    private Notices() {}

    static Party supermarket(String email, String street, String city) {
        Party plain = aParty(new PartyId("MARKET")).build();
        return new Party(
                plain.id(),
                "Supermarket Łódź",
                plain.roles(),
                plain.gln(),
                new PostalAddress(street, city, "", "90-001", "PL"),
                email,
                plain.phone(),
                new PartnerProfile(Optional.of(new EdiAddress("ZZ", "MARKET")), "standard", 0));
    }

    static RecallNotice to(Party receiver) {
        return new RecallNotice(
                "R-000001/1/MARKET/FIRST",
                RecallCaseId.of(1),
                NoticeKind.FIRST,
                "URGENT: FOOD RECALL",
                receiver,
                List.of(new RecallNotice.Goods(
                        new DocumentReference(DocumentType.SHIPMENT, "SH-1"),
                        "PO \"77\"",
                        LocalDate.of(2026, 3, 3),
                        new LotKey(Bakery.COMPANY, Bakery.BREAD, new LotNumber("L-081")),
                        "Rye bread, 750 g",
                        Optional.of(new Gtin("04012345000016")),
                        Optional.of(LocalDate.of(2026, 3, 2)),
                        Optional.of(LocalDate.of(2026, 3, 12)),
                        Quantity.of("240", "C62"),
                        List.of("SN-1", "SN-2"))),
                "Pieces of glass were found.",
                "Glass can injure mouth and throat. " + "Do not eat it. ".repeat(40),
                List.of("Stop selling it at once.", "Tell your own customers."),
                List.of("How much do you have?", "How much was sold?"),
                "Quality desk, +49 30 1234",
                Bakery.NOW);
    }
}
