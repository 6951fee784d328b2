package org.lottrace.api.lot;

import java.time.Instant;
import java.util.Map;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Numbers for lots made on own sites, from the template of the site.
 *
 * <p>A template is literal text with fields in braces: {@code {yyyy} {yy} {y}} year, {@code {MM}} month, {@code {dd}}
 * day, {@code {DDD}} day of the year, {@code {site} {line} {shift} {item}}, {@code {seq:N}} a sequence of N digits that
 * starts at 1 for each different rendering of the other fields, and {@code {chk}} one check character over everything
 * before it (ISO/IEC 7064 MOD 37,36, which finds every single wrong character and every swap of two neighbours). Dates
 * are the production day of the site. The longest rendering must fit a {@link LotNumber}.
 */
@ProviderType
public interface LotNumbering {
    /**
     * Takes the next number. Not idempotent: every call uses up one number of the sequence. Joins the caller's unit of
     * work or opens one; parallel callers get different numbers.
     *
     * @param site its template, time zone and start of the production day are used
     * @param item for {@code {item}}
     * @param producedAt decides the production day
     * @param line for {@code {line}}; may be empty when the template does not name it
     * @param shift for {@code {shift}}; may be empty when the template does not name it
     * @throws InvalidIdentifierException if the template is wrong, a field it names is empty, or the sequence is used up
     */
    LotNumber next(Site site, ItemNumber item, Instant producedAt, String line, String shift);

    /**
     * Reads a number back without a database.
     *
     * @return field name to text, in template order: {@code {yyyy=2024, site=ATL, shift=3, seq=0042}}
     * @throws InvalidIdentifierException if the number does not follow the template or its check character is wrong
     */
    Map<String, String> decode(String template, LotNumber number);
}
