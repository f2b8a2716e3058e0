/**
 * Who pays and who is paid: entities, contractors, their accounts, VAT ids and contracts, as effective-dated facts.
 */
@NullMarked
package io.quittance.party;

import org.jspecify.annotations.NullMarked;
