-- Sectors together with interests and words: the bitmaps of all three are put together before a row is read.
create index librarian_sectors on librarian using gin (sectors);
