/**
 * Projects: a name, a schema and settings that extractions share. Each belongs to one organization, which every
 * statement names; another organization's project is not there.
 */
package dev.docket.project;
