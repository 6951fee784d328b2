package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.text.TextForms;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** What is where, now. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Stock {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Stock(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("sites/{site}/stock")
    @Performs(value = "stock.at-site", rows = Performs.WHOLE)
    public Page<StockBalance> atSite(
            @PathParam("site") SiteId site,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(stock().at(site), limit, after, Stock::cursor);
    }

    @GET
    @Path("sites/{site}/in-transit")
    @Performs(value = "stock.in-transit-to", rows = Performs.WHOLE)
    public Page<StockBalance> inTransitTo(
            @PathParam("site") SiteId site,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(stock().inTransitTo(site), limit, after, Stock::cursor);
    }

    @GET
    @Path("sites/{site}/stock/{item}")
    @Performs(value = "stock.of-item", rows = Performs.WHOLE)
    public Page<StockBalance> ofItem(
            @PathParam("site") SiteId site,
            @PathParam("item") ItemNumber item,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(stock().ofItem(item, site), limit, after, Stock::cursor);
    }

    @GET
    @Path("lot/stock")
    @Performs(value = "stock.of-lot", rows = Performs.WHOLE)
    public Page<StockBalance> ofLot(
            @Required @QueryParam("key") LotKey key,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(stock().ofLot(key), limit, after, Stock::cursor);
    }

    private static String cursor(StockBalance balance) {
        return TextForms.write(Position.class, balance.position()) + "|" + balance.lot();
    }

    private StockOnHand stock() {
        return operations.as(Callers.of(user), StockOnHand.class);
    }
}
