package org.lottrace.persistence.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * What can be wrong with a database, each with what to do. The first that fits the failure or one of its causes is the one; the
 * numbers are SQLSTATEs: of PostgreSQL (Appendix A of its manual) or of H2 ({@code org.h2.api.ErrorCode}).
 *
 * <p>In the sentences {@code %1$s} is the database, {@code %2$s} its user, {@code %3$s} what the driver or the system said.
 */
enum Fault {
    BACKUP_TOOL_MISSING(
            "the tables in %1$s are of an earlier LotTrace and are not upgraded without a backup, for which there is no pg_dump"
                    + " (%3$s); " + orYourself("install PostgreSQL's client tools"),
            failure -> failure instanceof NoBackupException none && none.isToolMissing()),
    BACKUP_FAILED(
            "the tables in %1$s are of an earlier LotTrace and are not upgraded without a backup, which pg_dump could not make"
                    + " (%3$s); " + orYourself("put that right"),
            NoBackupException.class::isInstance),
    DISK_FULL(
            "there is no space left for the database %1$s; free some on its disk, LotTrace goes on by itself",
            state("53100", "90100").or(says("No space left on device", "not enough space", "Disk quota exceeded"))),
    SCHEMA_TOO_NEW(
            "the database %1$s was last used by a newer LotTrace (%3$s); start that one, or restore the backup that was made"
                    + " before the upgrade",
            SchemaTooNewException.class::isInstance),
    SCHEMA_FOREIGN(
            "the tables in %1$s are not those of LotTrace (%3$s); name another database, or restore a backup",
            failure -> failure instanceof FlywayValidateException || isOfHibernatesValidation(failure)),
    PASSWORD_REFUSED(
            "the database %1$s refuses the user \"%2$s\" (%3$s); put the right user and password into"
                    + " etc/org.lottrace.persistence.cfg",
            state("28000", "28P01", "08004")),
    NOT_THERE(
            "there is no such database as %1$s (%3$s); create it, or put the right url into"
                    + " etc/org.lottrace.persistence.cfg",
            state("3D000")),
    IN_USE(
            "the file of the database %1$s is used by another process; end that one, LotTrace goes on by itself",
            state("90020").or(OverlappingFileLockException.class::isInstance)),
    DAMAGED(
            "the file of the database %1$s is damaged (%3$s); stop LotTrace, put the file aside, and restore the last backup",
            state("90030", "XX001", "XX002").or(says("corrupt"))),
    READ_ONLY(
            "the database %1$s cannot be written to (%3$s); give the user that runs LotTrace the right to write there,"
                    + " LotTrace goes on by itself",
            state("90097", "25006", "90028", "90031", "90034", "90062")
                    .or(AccessDeniedException.class::isInstance)
                    .or(says("Read-only file system"))),
    NOT_PERMITTED(
            "the user \"%2$s\" may not do in %1$s what LotTrace needs (%3$s); make it the owner of the database",
            state("42501")),
    TOO_MANY_CONNECTIONS(
            "the database %1$s takes no more connections (%3$s); raise its max_connections, or lower pool.size in"
                    + " etc/org.lottrace.persistence.cfg",
            state("53300")),
    UNREACHABLE(
            "the database %1$s does not answer (%3$s); start it, or put the right url into"
                    + " etc/org.lottrace.persistence.cfg, LotTrace goes on by itself",
            state("57P01", "57P02", "57P03")
                    .or(ConnectException.class::isInstance)
                    .or(failure -> stateOf(failure).startsWith("08"))),
    CLOSED(
            "the file of the database %1$s was closed after a failure (%3$s); LotTrace opens it again by itself",
            state("90098", "90121"));

    private final String sentence;
    private final Predicate<Throwable> isIt;

    Fault(String sentence, Predicate<Throwable> isIt) {
        this.sentence = sentence;
        this.isIt = isIt;
    }

    /** @return empty when it is none of these: then it is no fault of the database, or one that nobody has seen */
    static Optional<Fault> of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        return Stream.of(values())
                .filter(fault -> causes.stream().anyMatch(fault.isIt))
                .findFirst();
    }

    String code() {
        return "DATABASE_" + name();
    }

    /** @return the cause in one sentence, and what to do */
    String sentence(String database, String user, Throwable failure) {
        Throwable said = causes(failure).stream().filter(isIt).reduce(failure, (outer, inner) -> inner);
        return sentence.formatted(database, user, firstLine(said));
    }

    /** @return what the innermost cause says, on one line */
    static String firstLine(Throwable said) {
        return said.getMessage() == null
                ? said.getClass().getSimpleName()
                : said.getMessage().lines().findFirst().orElse("").strip();
    }

    static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .toList();
    }

    private static String orYourself(String what) {
        return what + ", or make a backup yourself and put backup.made.before = " + Migrations.newest()
                + " into etc/org.lottrace.persistence.cfg, LotTrace goes on by itself";
    }

    private static Predicate<Throwable> state(String... states) {
        return failure -> List.of(states).contains(stateOf(failure));
    }

    private static Predicate<Throwable> says(String... words) {
        return failure ->
                (failure instanceof IOException || failure.getClass().getName().startsWith("org.h2."))
                        && failure.getMessage() != null
                        && Stream.of(words).anyMatch(failure.getMessage()::contains);
    }

    /** By its name: the start script copies databases without Hibernate. */
    private static boolean isOfHibernatesValidation(Throwable failure) {
        return failure.getClass().getName().equals("org.hibernate.tool.schema.spi.SchemaManagementException");
    }

    private static String stateOf(Throwable failure) {
        return failure instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }
}
