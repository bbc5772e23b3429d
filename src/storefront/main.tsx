import { boot } from './boot'

// What index.html starts. Apart from the module it starts, which can be imported anywhere.
boot()
