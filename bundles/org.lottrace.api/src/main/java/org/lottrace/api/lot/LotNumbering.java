package org.lottrace.api.lot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Numbers for lots made on own sites, from the template of the site.
 *
 * <p>A template is literal text with fields in braces: {@code {yyyy} {yy} {y}} year, {@code {MM}} month, {@code {dd}}
 * day, {@code {DDD}} day of the year, {@code {site} {line} {shift} {item}}, {@code {seq:N}} a sequence of N digits that
 * starts at 1 for each different rendering of the other fields, and {@code {chk}} one check character over everything
 * before it. A template has {@code {seq:N}}, names no field twice, and parts two fields of free length by a literal, so
 * that a number can be read back. Dates are the production day of the site.
 *
 * <p>{@code {chk}} stands last. It is ISO/IEC 7064 MOD 37-2, which finds every single wrong character and every swap of
 * two neighbours (the hybrid MOD 37,36 misses some swaps). With it a number consists of digits, upper-case letters and
 * {@code -}, which counts 36; a number whose check character would be {@code *} is passed over.
 */
@ProviderType
public interface LotNumbering {
    /**
     * Takes the next number. Not idempotent: every call uses up a number of the sequence. Joins the caller's unit of
     * work or opens one; parallel callers get different numbers.
     *
     * @param site its template, time zone and start of the production day are used
     * @param item for {@code {item}}
     * @param producedAt decides the production day
     * @param line for {@code {line}}; may be empty when the template does not name it
     * @param shift for {@code {shift}}; may be empty when the template does not name it
     * @throws InvalidIdentifierException if the template is wrong, a field it names is empty or has a character that is
     *     not allowed, the number would be longer than a {@link LotNumber} or could not be read back, or the sequence is
     *     used up
     */
    LotNumber next(Site site, ItemNumber item, Instant producedAt, String line, String shift);

    /**
     * Says how lots are numbered there. Uses up no number.
     *
     * @param day production day of the example, whose line and shift are 1
     * @throws InvalidIdentifierException if the template of the site is wrong
     */
    @Operation(name = "lot-number.standard")
    NumberingStandard standard(Site site, LocalDate day);

    /**
     * Reads a number back without a database.
     *
     * @return field name to text, in template order: {@code {yyyy=2024, site=ATL, shift=3, seq=0042}}
     * @throws InvalidIdentifierException if the number does not follow the template or its check character is wrong
     */
    @Operation(name = "lot-number.decode")
    Map<String, String> decode(String template, LotNumber number);
}
