/**
 * Templates: empty forms with their fields, to be filled in again and again. Each belongs to one organization, which
 * every statement names; another organization's template is not there.
 */
package dev.docket.template;
