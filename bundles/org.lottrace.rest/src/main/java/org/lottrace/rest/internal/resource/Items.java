package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.Masters;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.transaction.KeptRecord;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.OpenOnes;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.RefusedByList;
import org.lottrace.rest.internal.call.Replacement;
import org.lottrace.rest.internal.call.Tagged;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Items that are tracked by lot. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Items {
    private final Operations operations;
    private final RecordLocks locks;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Items(Operations operations, RecordLocks locks) {
        this.operations = operations;
        this.locks = locks;
    }

    @GET
    @Path("items")
    @Performs(value = "item.list", rows = Performs.WHOLE)
    public Page<Item> list(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit,
            @QueryParam("closed") @DefaultValue("false") boolean closed) {
        return Page.of(
                OpenOnes.of(
                        items().all(),
                        closed,
                        MasterKind.ITEM,
                        item -> MasterReference.of(item.number()),
                        operations.as(Callers.of(user), Masters.class)),
                limit,
                after,
                Item::number);
    }

    @GET
    @Path("items/{number}")
    @Produces("application/json")
    @Tagged
    @Performs("item.find")
    public Optional<Item> find(@PathParam("number") ItemNumber number) {
        return items().find(number);
    }

    @GET
    @Path("items/by-gtin/{gtin}")
    @Produces("application/json")
    @Tagged
    @Performs("item.find-by-gtin")
    public Optional<Item> findByGtin(@PathParam("gtin") Gtin gtin) {
        return items().find(gtin);
    }

    @POST
    @Path("items/find-all")
    @Performs(value = "item.find-all", rows = Performs.WHOLE)
    public Page<Item> findAll(Numbers body) {
        return Page.beginning(items().findAll(body.items()), new Limit(Limit.MOST));
    }

    /** @param items at most as many as a list has rows */
    public record Numbers(List<ItemNumber> items) {
        public Numbers {
            if (items.size() > Limit.MOST) {
                throw new IllegalArgumentException("items are looked up " + Limit.MOST + " at a time at most");
            }
        }
    }

    @POST
    @Path("items")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("item.save")
    public RefusedByList save(ItemsToSave body) {
        return new RefusedByList(items().save(body.items()));
    }

    @PUT
    @Path("items/{number}")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs(value = "item.save", isVariant = true)
    public RefusedByList put(@PathParam("number") ItemNumber number, Item item, @Context HttpHeaders headers) {
        return Replacement.of(Item.class, headers, KeptRecord.ITEM, number, item.number())
                .when(() -> items().find(number))
                .save(locks, () -> items().save(List.of(item)));
    }

    public record ItemsToSave(List<Item> items) {}

    private ItemCatalog items() {
        return operations.as(Callers.of(user), ItemCatalog.class);
    }
}
