import { tryEveryWay } from './matrix/try-every-way.ts';

tryEveryWay('http');
