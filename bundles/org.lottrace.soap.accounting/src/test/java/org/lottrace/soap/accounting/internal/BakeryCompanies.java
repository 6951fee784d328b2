package org.lottrace.soap.accounting.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.BooksOpening;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.EliminatedLot;
import org.lottrace.api.cost.Elimination;
import org.lottrace.api.cost.RecordedTransferPrice;
import org.lottrace.api.cost.UnrealisedProfit;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;

/** One company that keeps books of its own, besides the common ones. */
final class BakeryCompanies implements Companies {
    static final PartyId US = new PartyId("BAKERY-US");

    @Override
    public List<CompanyBooks> all() {
        return List.of(new CompanyBooks(US, "USD", "", "controller", Bakery.NOW));
    }

    @Override
    public List<RecordedTransferPrice> transferPrices(PartyId seller, PartyId buyer, int skip, int limit) {
        return List.of();
    }

    @Override
    public List<UnrealisedProfit> unrealisedProfit(Optional<PartyId> company, Optional<LotKey> after, int limit) {
        return List.of();
    }

    @Override
    public List<Elimination> eliminations(LocalDate from, LocalDate to, long known) {
        return List.of();
    }

    @Override
    public List<EliminatedLot> eliminatedLots(LocalDate from, LocalDate to, long known, int skip, int limit) {
        return List.of();
    }

    @Override
    public Outcome<CompanyBooks> open(Caller caller, BooksOpening opening) {
        return new Outcome.AlreadyDone<>(all().get(0));
    }
}
