package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.lottrace.api.backup.BackupContents;
import org.lottrace.api.backup.Backups;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;

/** Copies of everything that is stored. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class BackupsResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public BackupsResource(Operations operations) {
        this.operations = operations;
    }

    @POST
    @Path("backups")
    @Performs("backup.make")
    public BackupContents backUp(BackupTo body) {
        return backups().backUp(body.file());
    }

    /** @param file on the server; one that is there is not written over */
    public record BackupTo(java.nio.file.Path file) {}

    private Backups backups() {
        return operations.as(Callers.of(user), Backups.class);
    }
}
