package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.Optional;
import org.lottrace.api.cost.BooksOpening;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.EliminatedLot;
import org.lottrace.api.cost.Elimination;
import org.lottrace.api.cost.RecordedTransferPrice;
import org.lottrace.api.cost.TransferPrices;
import org.lottrace.api.cost.UnrealisedProfit;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.page.Sheet;

/** Companies that keep books of their own, and what goes between them. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv", Sheet.TYPE})
public final class CompaniesResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public CompaniesResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("companies")
    @Performs("company.list")
    public Page<CompanyBooks> all(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(companies().all(), limit, after, CompanyBooks::company);
    }

    @POST
    @Path("companies")
    @Performs("company.open-books")
    public Outcome<CompanyBooks> openBooks(BooksOpening opening) {
        return companies().open(Callers.of(user), opening);
    }

    @GET
    @Path("companies/transfer-prices")
    @Performs("company.list-transfer-prices")
    public Page<RecordedTransferPrice> transferPrices(
            @Required @QueryParam("seller") PartyId seller,
            @Required @QueryParam("buyer") PartyId buyer,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.skipping(companies().transferPrices(seller, buyer, after, limit.andOne()), limit, after);
    }

    @POST
    @Path("companies/transfer-prices")
    @Performs("cost.record-transfer-prices")
    public Outcome<RecordedEvent> recordTransferPrices(TransferPrices prices) {
        return operations.as(Callers.of(user), CostEntries.class).recordTransferPrices(prices);
    }

    /** The rows go on after as many as a page, by lot. */
    @GET
    @Path("companies/unrealised-profit")
    @Performs("company.list-unrealised-profit")
    public Page<UnrealisedProfit> unrealisedProfit(
            @QueryParam("keeper") PartyId keeper,
            @QueryParam("after") LotKey after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(
                operations
                        .as(Callers.of(user), Companies.class)
                        .unrealisedProfit(Optional.ofNullable(keeper), Optional.ofNullable(after), limit.andOne()),
                limit,
                UnrealisedProfit::lot);
    }

    /** The entry of the group; of all that is known, unless it is said up to which entry. */
    @GET
    @Path("companies/eliminations")
    @Performs("company.list-eliminations")
    public Page<Elimination> eliminations(
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @QueryParam("known") Long known,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(companies().eliminations(from, to, known == null ? Long.MAX_VALUE : known), limit, after);
    }

    @GET
    @Path("companies/eliminated-lots")
    @Performs("company.list-eliminated-lots")
    public Page<EliminatedLot> eliminatedLots(
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @QueryParam("known") Long known,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.skipping(
                companies().eliminatedLots(from, to, known == null ? Long.MAX_VALUE : known, after, limit.andOne()),
                limit,
                after);
    }

    private Companies companies() {
        return operations.as(Callers.of(user), Companies.class);
    }
}
