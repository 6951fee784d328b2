/**
 * Account determination: which number of the company's chart of accounts stands for an account of LotTrace, as rules that are data, and
 * the numbers that lines of the journal were handed over with.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.account;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
