package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.MeasureQuestion;
import org.lottrace.api.planning.Measures;
import org.lottrace.api.planning.OrderedLine;
import org.lottrace.api.planning.PassedLot;
import org.lottrace.api.planning.RotationMeasures;
import org.lottrace.api.planning.ShippedLot;
import org.lottrace.api.planning.WastedLot;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** How well lots are rotated. Lists have no keys: they go on after as many rows as were shown. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class RotationMeasuresResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public RotationMeasuresResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("measures")
    @Produces("application/json")
    @Performs("measure.find")
    public Measures measure(
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @QueryParam("site") SiteId site,
            @QueryParam("item") ItemNumber item,
            @QueryParam("customer") PartyId customer) {
        return measures().measure(question(from, to, site, item, customer));
    }

    @GET
    @Path("measures/order-lines")
    @Performs("measure.list-order-lines")
    public Page<OrderedLine> orderLines(
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @QueryParam("site") SiteId site,
            @QueryParam("item") ItemNumber item,
            @QueryParam("customer") PartyId customer,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        MeasureQuestion question = question(from, to, site, item, customer);
        return Page.skipping(measures().orderLines(question, from(after), limit.andOne()), limit, after);
    }

    @GET
    @Path("measures/waste")
    @Performs("measure.list-waste")
    public Page<WastedLot> waste(
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @QueryParam("site") SiteId site,
            @QueryParam("item") ItemNumber item,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        MeasureQuestion question = question(from, to, site, item, null);
        return Page.skipping(measures().waste(question, from(after), limit.andOne()), limit, after);
    }

    @GET
    @Path("measures/deliveries")
    @Performs("measure.list-deliveries")
    public Page<ShippedLot> deliveries(
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @QueryParam("site") SiteId site,
            @QueryParam("item") ItemNumber item,
            @QueryParam("customer") PartyId customer,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        MeasureQuestion question = question(from, to, site, item, customer);
        return Page.skipping(measures().deliveries(question, from(after), limit.andOne()), limit, after);
    }

    @GET
    @Path("measures/passed-over")
    @Performs("measure.list-passed-over")
    public Page<PassedLot> passedOver(
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @QueryParam("site") SiteId site,
            @QueryParam("item") ItemNumber item,
            @QueryParam("customer") PartyId customer,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        MeasureQuestion question = question(from, to, site, item, customer);
        return Page.skipping(measures().passedOver(question, from(after), limit.andOne()), limit, after);
    }

    @GET
    @Path("measures/expiring")
    @Performs("measure.list-expiring")
    public Page<ExpiringLot> expiring(
            @QueryParam("site") SiteId site,
            @QueryParam("item") ItemNumber item,
            @QueryParam("days") @DefaultValue("30") Integer days,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        if (days < 0 || days > RotationMeasures.MOST_DAYS_AHEAD) {
            throw new RefusedRequestException(
                    400, Fault.ofRange("?days", "ask for 0 to " + RotationMeasures.MOST_DAYS_AHEAD + " days ahead"));
        }
        return Page.skipping(
                measures()
                        .expiring(
                                Optional.ofNullable(site),
                                Optional.ofNullable(item),
                                days,
                                from(after),
                                limit.andOne()),
                limit,
                after);
    }

    @GET
    @Path("measures/due")
    @Performs("measure.list-due")
    public Page<ExpiringLot> due(
            @QueryParam("site") SiteId site,
            @QueryParam("item") ItemNumber item,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.skipping(
                measures().due(Optional.ofNullable(site), Optional.ofNullable(item), from(after), limit.andOne()),
                limit,
                after);
    }

    static int from(int after) {
        if (after < 0) {
            throw new RefusedRequestException(400, Fault.ofRange("?after", "begin at 0 or behind so many rows"));
        }
        return after;
    }

    private static MeasureQuestion question(
            LocalDate from, LocalDate to, SiteId site, ItemNumber item, PartyId customer) {
        if (!MeasureQuestion.isAskable(from, to)) {
            throw new RefusedRequestException(
                    400,
                    Fault.ofRange("?to", "ask for 1 to " + MeasureQuestion.MOST_DAYS + " days, the first one first"));
        }
        return new MeasureQuestion(
                from, to, Optional.ofNullable(site), Optional.ofNullable(item), Optional.ofNullable(customer));
    }

    private RotationMeasures measures() {
        return operations.as(Callers.of(user), RotationMeasures.class);
    }
}
