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
import org.lottrace.api.id.PartyId;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.Masters;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
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

/** Suppliers, customers, carriers and the own companies. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Parties {
    private final Operations operations;
    private final RecordLocks locks;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Parties(Operations operations, RecordLocks locks) {
        this.operations = operations;
        this.locks = locks;
    }

    @GET
    @Path("parties")
    @Performs(value = "party.list", rows = Performs.WHOLE)
    public Page<Party> list(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit,
            @QueryParam("closed") @DefaultValue("false") boolean closed) {
        return Page.of(
                OpenOnes.of(
                        parties().all(),
                        closed,
                        MasterKind.PARTY,
                        party -> MasterReference.of(party.id()),
                        operations.as(Callers.of(user), Masters.class)),
                limit,
                after,
                Party::id);
    }

    @GET
    @Path("parties/{id}")
    @Produces("application/json")
    @Tagged
    @Performs("party.find")
    public Optional<Party> find(@PathParam("id") PartyId id) {
        return parties().find(id);
    }

    @GET
    @Path("parties/by-edi-address/{address}")
    @Produces("application/json")
    @Tagged
    @Performs("party.find-by-edi-address")
    public Optional<Party> findByEdiAddress(@PathParam("address") EdiAddress address) {
        return parties().find(address);
    }

    @POST
    @Path("parties")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("party.save")
    public RefusedByList save(PartiesToSave body) {
        return new RefusedByList(parties().save(body.parties()));
    }

    @PUT
    @Path("parties/{id}")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs(value = "party.save", isVariant = true)
    public RefusedByList put(@PathParam("id") PartyId id, Party party, @Context HttpHeaders headers) {
        return Replacement.of(Party.class, headers, KeptRecord.PARTY, id, party.id())
                .when(() -> parties().find(id))
                .save(locks, () -> parties().save(List.of(party)));
    }

    public record PartiesToSave(List<Party> parties) {}

    private PartnerDirectory parties() {
        return operations.as(Callers.of(user), PartnerDirectory.class);
    }
}
