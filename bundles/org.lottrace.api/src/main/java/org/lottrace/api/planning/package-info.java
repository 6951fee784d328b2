/**
 * What the record says about rotation and demand: how well lots were rotated, which lots may not sell in time, what will be wanted. It
 * reads and advises, and changes nothing.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.planning;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
