// Opens what most readers look for, until they close it.
for (const section of ["Guide", "Tasks"]) {
  const key = `tsd-accordion-${section}`;
  if (localStorage.getItem(key) === null) localStorage.setItem(key, "true");
}
